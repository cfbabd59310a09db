package main
import ("sync";"runtime/pprof";"encoding/csv";"fmt";"os";"strings";"time";"regexp"
"skein/internal/resolve";"skein/internal/resolve/blocking";"skein/internal/resolve/comparison";"skein/internal/resolve/linkage";"skein/internal/agreement")
func main(){
 if pf:=os.Getenv("PROF");pf!=""{w,_:=os.Create(pf);pprof.StartCPUProfile(w);defer pprof.StopCPUProfile()}
 f,_:=os.Open(os.Args[1]); r:=csv.NewReader(f); rows,err:=r.ReadAll(); if err!=nil{panic(err)}
 for i:=range rows[0]{rows[0][i]=strings.TrimSpace(rows[0][i])}
 truthCol:=os.Args[2]; re:=regexp.MustCompile(os.Args[3])
 h:=rows[0]; rows=rows[1:]
 t0:=time.Now()
 src:=resolve.Guess(h,rows[:min(len(rows),2000)])
 var wg sync.WaitGroup; var colz []*comparison.Column
 for _,s:=range src { fmt.Print(s.Name,":",s.Kind,"; "); c:=comparison.NewColumn(s.Property);colz=append(colz,c);wg.Go(func(){
  var sb []byte; for _,row:=range rows{ sb=sb[:0]; for _,k:=range s.Columns{sb=append(append(sb,strings.TrimSpace(row[k])...),32)}; c.Add(string(sb))}})}; wg.Wait(); tab:=comparison.NewTable(colz)
 fmt.Println()
 t1:=time.Now()
 rules:=resolve.Rules(tab.Properties())
 x,err:=blocking.Build(tab,rules); if err!=nil{panic(err)}
 t2:=time.Now()
 m:=linkage.Default("",tab.Properties(),rules)
 if len(os.Args)<5 {m=m.Learn(tab,x,1)}
 t3:=time.Now()
 run:=resolve.Score(tab,x,m,nil)
 t4:=time.Now()
 ti:=-1; for i:=range h{if h[i]==truthCol{ti=i}}
 var truth []string; for _,row:=range rows{ mm:=re.FindStringSubmatch(row[ti]); truth=append(truth,mm[len(mm)-1])}
 want:=agreement.Labels(truth)
 cl:=run.Clusters(0)
 t5:=time.Now()
 fmt.Println("cols",t1.Sub(t0),"block",t2.Sub(t1),"learn",t3.Sub(t2),"score",t4.Sub(t3),"cluster",t5.Sub(t4),"pairs",run.Compared,"kept",len(run.Pairs))
 for _,y:=range run.Yields{fmt.Println(y.Rule.Keys,y.Blocks,y.Pairs,y.Split,y.Dropped,y.LostPairs)}
 b,_:=m.Format(); if os.Getenv("V")!="" {fmt.Println(string(b))} else {fmt.Println("prior",m.Prior,"things",m.Things)}
 got:=func(c []uint32)[]int32{o:=make([]int32,len(c)); for i:=range c{o[i]=int32(c[i])}; return o}
 if os.Getenv("PROF")!=""{return}

 // blocking recall
 tp:=0; for _,p:=range run.Pairs{ if want[p.A]==want[p.B]{tp++}}
 tot:=0; cnt:=map[int32]int{}; for _,w:=range want{tot+=cnt[w];cnt[w]++}
 fmt.Println("true pairs",tot,"kept true",tp)
 best:=0.0
 for th:=-5.0;th<=24;th+=1 { a:=agreement.Pairwise(got(run.Clusters(th)),want); if a.F1>best{best=a.F1;fmt.Printf("th %v P %.4f R %.4f F1 %.4f\n",th,a.Precision,a.Recall,a.F1)}}
 a:=agreement.Pairwise(got(cl),want); fmt.Printf("at 0: P %.4f R %.4f F1 %.4f\n",a.Precision,a.Recall,a.F1)
}
